package support;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of the sandbox and of its merchant that are quickly made; making real ones took a fifth of a context's start. */
public final class SmallKeys implements Furnishing {

    private static final int BITS = 512;

    @Override
    public void furnish(JdbcClient template) {
        keep(template, "insert into sandbox_key (id, private_key, public_key) values (1, ?, ?)");
        keep(template, "insert into provider_key (provider, private_key, public_key) values ('sandbox', ?, ?)");
    }

    private static void keep(JdbcClient template, String insert) {
        var keys = make();
        template.sql(insert)
                .params(keys.getPrivate().getEncoded(), keys.getPublic().getEncoded())
                .update();
    }

    private static KeyPair make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
