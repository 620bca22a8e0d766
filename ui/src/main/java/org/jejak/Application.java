package org.jejak;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the web application. */
@SpringBootApplication(scanBasePackages = "org.jejak")
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
