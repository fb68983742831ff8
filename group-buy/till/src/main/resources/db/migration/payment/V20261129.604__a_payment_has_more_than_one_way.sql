-- How a payment can be paid, beside the address: what a phone scans, and what a chat's own payment is called with (name=value, a line each).
alter table payment add column pay_qr text, add column pay_in_chat text;
