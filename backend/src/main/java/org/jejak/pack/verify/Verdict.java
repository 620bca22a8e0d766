package org.jejak.pack.verify;

import java.util.List;

/**
 * What verification found. Integrity and trust are two answers: a pack signed again by a stranger is whole, and not
 * trusted.
 *
 * @param integrity nothing was changed since it was signed by {@code fingerprint}
 * @param trusted the signer is one the reader knows
 * @param fingerprint SHA-256 of the signer's X.509 key in hexadecimal; empty if there is none to be read
 */
public record Verdict(boolean integrity, boolean trusted, String fingerprint, List<Check> checks) {

    public Verdict {
        checks = List.copyOf(checks);
    }

    public boolean valid() {
        return integrity && trusted;
    }

    /** {@code {"valid","integrity","trusted","fingerprint","checks":[{"check","ok","detail"}]}}. */
    public String toJson() {
        var json = new StringBuilder("{\"valid\":").append(valid());
        json.append(",\"integrity\":").append(integrity);
        json.append(",\"trusted\":").append(trusted);
        json.append(",\"fingerprint\":");
        quote(fingerprint, json);
        json.append(",\"checks\":[");
        String comma = "";
        for (Check check : checks) {
            json.append(comma).append("{\"check\":");
            quote(check.check(), json);
            json.append(",\"ok\":").append(check.ok()).append(",\"detail\":");
            quote(check.detail(), json);
            json.append('}');
            comma = ",";
        }
        return json.append("]}").toString();
    }

    /** Everything outside printable ASCII is escaped: details quote what may be a hostile file. */
    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
