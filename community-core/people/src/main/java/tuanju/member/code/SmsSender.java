package tuanju.member.code;

import tuanju.member.Phone;

/** Sends text messages. Never called inside a transaction. */
interface SmsSender {

    /** Hands the message over for delivery; refuses with 503 sms-away when nobody takes it. */
    void send(Sms message);

    /** A text message to one phone. */
    record Sms(Phone phone, String text) {}
}
