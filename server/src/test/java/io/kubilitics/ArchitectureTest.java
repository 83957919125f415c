package io.kubilitics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kubilitics.api.Serve;
import io.kubilitics.api.ServeSettings;
import io.kubilitics.api.Served;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Keeps the arrows between packages: who may use whom, and which library lives where. A package
/// without a row here is refused, so that a new one is a decision and not an accident. Packages
/// that are not written yet are fine.
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.kubilitics");

  /// Open to every package of the server.
  private static final List<String> SHARED = List.of("model", "plugin", "problem");

  private static final List<String> WHAT_A_SESSION_OPENS =
      List.of(
          "catalogue",
          "source",
          "store",
          "topology",
          "check",
          "diff",
          "table",
          "search",
          "layout",
          "export",
          "snapshot",
          "history");

  /// A package and what it may use of ours, besides itself.
  record Row(String name, List<String> mayUse) {
    static Row row(String name, String... mayUse) {
      return server(name, List.of(mayUse));
    }

    static Row server(String name, List<String> mayUse) {
      return new Row(name, joined(SHARED, mayUse));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> table() {
    return List.of(
        new Row("model", List.of()),
        new Row("plugin", List.of("model")),
        new Row("gitops", List.of("model", "plugin")),
        Row.row("problem"),
        Row.row("config"),
        Row.row("catalogue"),
        Row.row("source", "catalogue", "snapshot"),
        Row.row("store"),
        Row.row("topology", "store"),
        Row.row("check", "topology"),
        Row.row("diff", "catalogue", "topology", "check"),
        Row.row("table", "catalogue", "topology"),
        Row.row("search", "catalogue", "topology"),
        Row.row("layout", "topology"),
        Row.row("export", "topology", "layout"),
        Row.row("snapshot"),
        Row.row("history", "store", "topology", "layout", "snapshot"),
        Row.server("session", WHAT_A_SESSION_OPENS),
        Row.row("access"),
        Row.row("extension", "catalogue"),
        Row.server("api", joined(WHAT_A_SESSION_OPENS, List.of("session", "access", "extension"))),
        Row.server(
            "cli",
            joined(
                WHAT_A_SESSION_OPENS, List.of("session", "access", "extension", "config", "api"))));
  }

  /// A library and the only packages that may know it.
  record Home(String library, List<String> packages, List<String> roots) {
    static Home home(String library, String home, String... roots) {
      return new Home(library, List.of(home), List.of(roots));
    }

    @Override
    public String toString() {
      return library;
    }
  }

  static List<Home> homes() {
    return List.of(
        Home.home("fabric8", "source.cluster", "io.fabric8.."),
        Home.home("ELK", "layout", "org.eclipse.elk.."),
        Home.home("JGraphT", "topology.query", "org.jgrapht..", "org.jheaps.."),
        Home.home("Javalin", "api", "io.javalin..", "org.eclipse.jetty.."),
        new Home("PF4J", List.of("extension", "plugin", "gitops"), List.of("org.pf4j..")),
        Home.home("picocli", "cli", "picocli.."),
        Home.home("SmallRye Config", "config", "io.smallrye..", "org.eclipse.microprofile.."),
        Home.home("Batik", "export", "org.apache.batik.."),
        Home.home("PDFBox", "export", "org.apache.pdfbox..", "de.rototor.."));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aPackageUsesOnlyWhatItsRowAllows(Row row) {
    String[] allowed =
        Stream.concat(row.mayUse().stream(), Stream.of(row.name()))
            .map(ArchitectureTest::andBelow)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(andBelow(row.name()))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackages("io.kubilitics..")))
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void everyPackageHasARow() {
    Set<String> written = new TreeSet<>();
    PRODUCT.stream()
        .map(type -> type.getPackageName().split("\\."))
        .filter(parts -> parts.length > 2)
        .forEach(parts -> written.add(parts[2]));

    assertThat(table()).extracting(Row::name).containsAll(written);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("io.kubilitics.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  /// The whole uses its parts, the parts use each other in one direction.
  @Test
  void partsOfTheLayoutFormNoCycle() {
    slices().matching("io.kubilitics.layout.(*)..").should().beFreeOfCycles().check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("io.kubilitics.layout.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.kubilitics.layout")
        .check(PRODUCT);
  }

  @Test
  void nobodyPointsBackAtTheWiring() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.kubilitics")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.kubilitics")
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void commandsUseNoInternalsOfTheApi() {
    noClasses()
        .that()
        .resideInAPackage(andBelow("cli"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(andBelow("api"))
                .and(not(belongToAnyOf(Serve.class, ServeSettings.class, Served.class))))
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("homes")
  void aLibraryHasOneHome(Home home) {
    String[] packages =
        home.packages().stream().map(ArchitectureTest::andBelow).toArray(String[]::new);
    noClasses()
        .that(resideOutsideOfPackages(packages))
        .should()
        .dependOnClassesThat(resideInAnyPackage(home.roots().toArray(String[]::new)))
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  private static String andBelow(String name) {
    return "io.kubilitics." + name + "..";
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
