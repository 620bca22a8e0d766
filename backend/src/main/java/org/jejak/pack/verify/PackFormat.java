package org.jejak.pack.verify;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The constants of {@code jejak-pack/1}, the only thing the writer and the verifier share.
 *
 * <p>A pack is a BagIt 1.0 bag (RFC 8493) in one zip of a canonical form: one top folder, members stored (never
 * compressed), sorted by name, dated 1 January 1980, with no extra field, comment or data descriptor, nothing before,
 * between or behind them. One content has one form, so whoever rebuilds the container and compares sees every bit that
 * was changed. The signature (DSSE, Ed25519) covers both tag manifests, which cover the manifests, which cover the
 * payload.
 */
public final class PackFormat {

    public static final String FORMAT = "jejak-pack/1";

    public static final String BAGIT = "bagit.txt";
    public static final String BAGIT_CONTENT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    public static final String BAG_INFO = "bag-info.txt";
    public static final String MANIFEST_SHA256 = "manifest-sha256.txt";
    public static final String MANIFEST_SHA512 = "manifest-sha512.txt";
    public static final String TAG_MANIFEST_SHA256 = "tagmanifest-sha256.txt";
    public static final String TAG_MANIFEST_SHA512 = "tagmanifest-sha512.txt";
    public static final String SIGNATURE = "signature.dsse.json";

    /** The signer's public key, X.509 in PEM; listed in the tag manifests. */
    public static final String SIGNING_KEY = "signing-key.pem";

    public static final String PAYLOAD = "data/";
    public static final String GRAPH = "data/graph.json";
    public static final String STATEMENTS = "data/statements.jsonl";
    public static final String METHOD = "data/method.json";
    public static final String CUSTODY = "data/custody.jsonl";
    public static final String REPORT = "data/report.pdf";
    public static final String ENTITIES_CSV = "data/entities.csv";
    public static final String LINKS_CSV = "data/links.csv";
    public static final String FTM = "data/entities.ftm.json";
    public static final String GRAPHML = "data/graph.graphml";
    public static final String GEXF = "data/graph.gexf";

    /** Source files stand under their own SHA-256. */
    public static final String SOURCES = "data/sources/";

    /** What every pack holds; a bag without one of them is not a pack. */
    public static final List<String> REQUIRED = List.of(
            GRAPH,
            STATEMENTS,
            METHOD,
            CUSTODY,
            REPORT,
            ENTITIES_CSV,
            LINKS_CSV,
            BAGIT,
            BAG_INFO,
            MANIFEST_SHA256,
            MANIFEST_SHA512,
            TAG_MANIFEST_SHA256,
            TAG_MANIFEST_SHA512,
            SIGNATURE,
            SIGNING_KEY);

    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    public static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    public static final String PREDICATE_TYPE = "urn:jejak:evidence-pack:1";

    /** {@code prevHash} of the first entry of {@link #CUSTODY}; each later one carries the SHA-256 of the line before. */
    public static final String NO_PREVIOUS_HASH = "0".repeat(64);

    /** One folder or file name: nothing that escapes, hides, or means something to a shell or a drive. */
    public static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    public static final int LOCAL_HEADER = 0x04034b50;
    public static final int CENTRAL_HEADER = 0x02014b50;
    public static final int END_OF_CENTRAL = 0x06054b50;

    /** Version 2.0 of the zip notes: what every reader knows. */
    public static final int ZIP_VERSION = 20;

    /** 1 January 1980, the first day a zip can say. */
    public static final int ZIP_DATE = (1 << 5) | 1;

    /** Without zip64 a count has 16 bits. */
    public static final int MOST_MEMBERS = 0xFFFF - 1;

    /** Without zip64 a size has 32 bits. */
    public static final long LARGEST_PACK = 0xFFFF_FFFEL;

    private PackFormat() {}
}
