package tuanju.sandbox;

import java.security.KeyPair;
import java.security.PublicKey;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants and keys: what one would do by hand on a real provider's web site. */
@Component
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
public class SandboxMerchants {

    private final JdbcClient jdbc;

    /** Makes a merchant known by its public key and answers the key that the provider signs with. */
    public PublicKey onboard(String merchant, PublicKey key) {
        jdbc.sql("""
                        insert into sandbox_merchant (merchant, public_key) values (?, ?)
                        on conflict (merchant) do update set public_key = excluded.public_key
                        """).params(merchant, key.getEncoded()).update();
        return keys().getPublic();
    }

    /** The key of a merchant; an unknown one is treated like a forger. */
    PublicKey keyOf(String merchant) {
        return jdbc.sql("select public_key from sandbox_merchant where merchant = ?")
                .param(merchant)
                .query(byte[].class)
                .optional()
                .map(RsaKeys::publicKey)
                .orElseThrow(ForgedMessage::new);
    }

    /** The provider's own keys, made on the first start. */
    KeyPair keys() {
        var stored = jdbc.sql("select private_key, public_key from sandbox_key")
                .query((row, number) -> new KeyPair(
                        RsaKeys.publicKey(row.getBytes("public_key")), RsaKeys.privateKey(row.getBytes("private_key"))))
                .optional();
        return stored.orElseGet(() -> {
            makeKeys();
            return keys();
        });
    }

    private void makeKeys() {
        var made = RsaKeys.generate();
        jdbc.sql("insert into sandbox_key (id, private_key, public_key) values (1, ?, ?) on conflict do nothing")
                .params(made.getPrivate().getEncoded(), made.getPublic().getEncoded())
                .update();
    }
}
