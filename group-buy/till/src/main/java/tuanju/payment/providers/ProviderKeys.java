package tuanju.payment.providers;

import java.security.KeyPair;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.sandbox.RsaKeys;

/** The keys that we sign with at providers, made on first use and kept. */
@Component
@RequiredArgsConstructor
class ProviderKeys {

    private final JdbcClient jdbc;

    KeyPair of(String provider) {
        var stored = jdbc.sql("select private_key, public_key from provider_key where provider = ?")
                .param(provider)
                .query((row, number) -> new KeyPair(
                        RsaKeys.publicKey(row.getBytes("public_key")), RsaKeys.privateKey(row.getBytes("private_key"))))
                .optional();
        return stored.orElseGet(() -> {
            make(provider);
            return of(provider);
        });
    }

    private void make(String provider) {
        var made = RsaKeys.generate();
        jdbc.sql("insert into provider_key (provider, private_key, public_key) values (?, ?, ?) on conflict do nothing")
                .params(
                        provider,
                        made.getPrivate().getEncoded(),
                        made.getPublic().getEncoded())
                .update();
    }
}
