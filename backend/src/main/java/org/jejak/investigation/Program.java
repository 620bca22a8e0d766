package org.jejak.investigation;

/** Which version of Jejak answers. */
final class Program {

    private Program() {}

    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
