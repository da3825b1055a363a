import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validera 2a,ua1 plan.pdf …: veraPDF's verdict, one line per file and flavour, then each broken rule once.
    Exit code 0 when every file follows every flavour, else 1. */
public class Validera {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean ok = true;
        for (int i = 1; i < args.length; i++) {
            for (String flavour : args[0].split(",")) {
                ok &= follows(args[i], PDFAFlavour.fromString(flavour));
            }
        }
        System.exit(ok ? 0 : 1);
    }

    private static boolean follows(String path, PDFAFlavour flavour) throws Exception {
        if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown flavour");
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            boolean ok = result.isCompliant() && result.getTotalAssertions() > 0;
            System.out.printf("%s %s %s, %d checks%n", path, flavour, ok ? "ok" : "FAILED", result.getTotalAssertions());
            Set<String> broken = new LinkedHashSet<>();
            for (TestAssertion a : result.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + ": " + a.getMessage());
                }
            }
            broken.forEach(line -> System.out.println("  " + line));
            return ok;
        }
    }
}
