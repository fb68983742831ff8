package tuanju.member;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * What an installation may set about members.
 *
 * @param secret keys the hashes of one-time codes and signs outgoing text messages
 * @param operatorPhone the member who proves this phone by a code becomes an operator
 * @param smsUrl where text messages are posted when tuanju.sms is "webhook"
 * @param perAddress how much one network address may do; mobile networks put thousands of people behind one
 */
@ConfigurationProperties("tuanju")
@NamedInterface("rooms")
public record MemberSettings(
        @DefaultValue("") String secret,
        @DefaultValue("") String operatorPhone,
        @DefaultValue("") String smsUrl,
        @DefaultValue PerAddress perAddress) {

    public boolean namesOperator(Phone phone) {
        return !operatorPhone.isBlank() && Phone.of(operatorPhone).equals(phone);
    }

    public record PerAddress(
            @DefaultValue("60") int codesPerHour,
            @DefaultValue("300") int codeTriesPerHour,
            @DefaultValue("300") int passwordTriesPerHour,
            @DefaultValue("60") int signUpsPerHour) {}
}
