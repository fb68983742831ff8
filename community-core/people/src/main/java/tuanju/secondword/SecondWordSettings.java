package tuanju.secondword;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tuanju.money.Money;

/** @param secondWordFrom from so many whole yuan on another operator has to confirm */
@ConfigurationProperties("tuanju.operator")
record SecondWordSettings(@DefaultValue("500") int secondWordFrom) {
    boolean asksFor(Money sum) {
        return sum.fen() > 0 && sum.fen() >= secondWordFrom * 100L;
    }
}
