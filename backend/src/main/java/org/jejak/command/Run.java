package org.jejak.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jejak.access.FirstStart;
import org.jejak.access.Users;
import org.jejak.access.Viewers;
import org.jejak.identity.OwnerOnly;
import org.jejak.ingest.Loads;
import org.jejak.network.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = {
            "The web application. On first start it loads the sample case and makes one user for each role, whose",
            "one-time passwords it writes to an owner-only file."
        })
final class Run implements Callable<Integer> {

    /** The server runs on; the process ends when it is stopped. */
    static final int STAYS = -1;

    private final WebStart web;

    @Mixin
    Place place = new Place();

    @Option(names = "--port", defaultValue = "8080", description = "Where to listen (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "On which address (default: this machine alone). Any other needs --tls.")
    String address = "127.0.0.1";

    @Option(names = "--empty", description = "Without the sample case and its users.")
    boolean empty;

    @Option(
            names = "--tls",
            paramLabel = "CERT,KEY",
            split = ",",
            description = "PEM files of the certificate chain and its private key.")
    Path @Nullable [] tls;

    @Option(
            names = "--refused",
            paramLabel = "DIR",
            description = "Where rows that a load in the browser refused are kept, outside the home, in a folder"
                    + " refused-LOAD for each load (default: nowhere; whoever loads mends them on the page or takes them"
                    + " away, and they are gone when the page is left).")
    @Nullable
    Path refused;

    Run(WebStart web) {
        this.web = web;
    }

    @Override
    public Integer call() throws IOException {
        requireFreePort();
        var settings = new TreeMap<String, Object>();
        settings.put("server.port", port);
        settings.put("server.address", address);
        secure(settings);
        keepRefused(settings);
        var context = web.on(place, settings);
        if (context.getBeanFactory().getBeanNamesForType(FirstStart.class).length > 0) {
            firstStart(context);
        }
        System.out.println("Jejak is ready: " + (tls == null ? "http" : "https") + "://" + host() + ":" + port
                + "   (stop it with Ctrl-C)");
        System.out.flush();
        if (settings.containsKey("jejak.refused")) {
            Output.note("Rows that a load in the browser refuses are kept in " + settings.get("jejak.refused"));
        }
        return STAYS;
    }

    /** Refused rows lie as they were sent, so never in the home, whose files may be copied by whoever keeps backups. */
    private void keepRefused(TreeMap<String, Object> settings) throws IOException {
        Path folder = refused;
        if (folder == null) {
            return;
        }
        Path whole = folder.toAbsolutePath().normalize();
        Path home = place.checkedHome().directory();
        if (whole.startsWith(home)) {
            throw new NotAllowed("refused rows would lie in the home, " + whole
                    + ", for anybody to read who gets hold of it; name a folder outside with --refused");
        }
        OwnerOnly.directory(whole);
        settings.put("jejak.refused", whole.toString());
    }

    private String host() {
        return address.equals("127.0.0.1") ? "localhost" : address;
    }

    private void secure(TreeMap<String, Object> settings) throws IOException {
        if (tls == null) {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        "listening on " + address + " without --tls would send passwords in clear");
            }
            return;
        }
        if (tls.length != 2) {
            throw new IllegalArgumentException("--tls needs two files: --tls CERT,KEY");
        }
        for (Path file : tls) {
            if (!Files.isReadable(file)) {
                throw new NotAllowed("cannot read " + file);
            }
        }
        settings.put("server.ssl.certificate", "file:" + tls[0].toAbsolutePath());
        settings.put("server.ssl.certificate-private-key", "file:" + tls[1].toAbsolutePath());
        settings.put("server.servlet.session.cookie.secure", true);
    }

    /** Asked before anything is started, so that the answer comes at once. */
    private void requireFreePort() throws IOException {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port);
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (java.net.BindException taken) {
            throw new NotAllowed("port " + port + " is taken; name another with --port");
        }
    }

    private void firstStart(ConfigurableApplicationContext context) throws IOException {
        var firstStart = context.getBean(FirstStart.class);
        var output = new Output();
        context.getBean(Loads.class).recover();
        if (!context.getBean(Users.class).isEmpty()) {
            return;
        }
        // the case before its users: whoever stops in between begins again, and loading again changes nothing
        var sample = empty
                ? Optional.<String>empty()
                : SampleCase.load(
                        context.getBean(Loads.class),
                        context.getBean(Viewers.class).operator(),
                        refused == null ? Path.of("") : refused);
        var written = firstStart.makeUsers(!empty);
        sample.ifPresent(caseRef ->
                firstStart.assignSampleUsers(context.getBean(Viewers.class).operator(), caseRef));
        written.ifPresent(w -> FirstPasswords.tell(output, w));
    }
}
