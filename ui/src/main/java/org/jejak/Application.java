package org.jejak;

import org.jejak.command.Jejak;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The pages and everything behind them; which command runs is decided by {@link Jejak}. */
@SpringBootApplication(scanBasePackages = "org.jejak")
public class Application {

    public static void main(String[] args) {
        Jejak.main(args, Application.class);
    }
}
