package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.ExportFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Size;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.FreshMaps;
import io.kubilitics.session.map.MapView;
import io.kubilitics.session.map.Subject;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `export`: draws sources into a file, or writes what hangs together in one.
final class ExportCommand implements Command {
  private static final String FILE = "--file";
  private static final String FORMAT = "--output";
  private static final String STDOUT = "-";

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  ExportCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "export",
            "Draw the map of a source, or of several side by side, into a file.",
            "kubilitics export demo -f demo.svg",
            "kubilitics export --context prod -f prod.svg",
            "kubilitics export manifests/ -n shop -f shop.svg --theme dark",
            "kubilitics export manifests/ --focus deploy/cart -n shop -f cart.svg",
            "kubilitics export staging/ production/ -f both.svg --level 1",
            "kubilitics export manifests/ -f map.drawio");
    SourceArguments.describeSeveral(spec);
    spec.addOption(
        Options.value(
            "FILE",
            "Where to write; its ending tells the format: "
                + ExportFormat.endings()
                + ". - is stdout.",
            List.of(),
            "-f",
            FILE));
    spec.addOption(
        Options.value(
            "FORMAT",
            "The format, where the name of the file does not tell.",
            ExportFormat.words(),
            "-o",
            FORMAT));
    PictureOptions.describe(spec);
    Filters.describe(spec, new Candidates(catalogue));
    AsOfOption.describe(spec);
    return spec;
  }

  /// What one run is about.
  private record Wanted(
      List<SourceArgument> sources,
      String file,
      ExportFormat format,
      PictureOptions picture,
      Instant asOf) {}

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    List<SourceArgument> sources = SourceArguments.all(given, shell);
    String file = file(given);
    ExportFormat format = format(given, file);
    Wanted wanted =
        new Wanted(
            sources, file, format, PictureOptions.of(given, format), AsOfOption.of(given, shell));
    check(wanted);
    return file.equals(STDOUT) ? toStdout(given, wanted) : toFile(given, wanted);
  }

  private static String file(ParseResult given) {
    @Nullable String file = Options.one(given, FILE);
    if (file == null || file.isEmpty()) {
      throw Options.bad(FILE, "is missing: give a file such as map.svg, or - for stdout");
    }
    return file;
  }

  private static ExportFormat format(ParseResult given, String file) {
    @Nullable String word = Options.one(given, FORMAT);
    if (word != null) {
      return Options.choice(FORMAT, word, List.of(ExportFormat.values()), ExportFormat::text);
    }
    if (file.equals(STDOUT)) {
      throw Options.bad(
          FORMAT, "is missing: stdout has no ending that tells which of " + ExportFormat.words());
    }
    return ExportFormat.ofFileName(file)
        .orElseThrow(() ->
            Options.bad(
                FILE,
                "the ending of '"
                    + file
                    + "' is none of "
                    + ExportFormat.endings()
                    + "; -o tells the format otherwise"));
  }

  private static void check(Wanted wanted) {
    List<SourceArgument> sources = wanted.sources();
    if (sources.isEmpty()) {
      throw Options.bad(
          "SOURCE", "is missing: give a file, a folder, - for stdin, demo, or a --context");
    }
    if (sources.size() > 1 && !wanted.format().isPicture()) {
      throw Options.bad(
          "SOURCE", wanted.format().text() + " is about one source; pictures show several");
    }
    SourceArguments.checkStdinOnce(sources);
    sources.forEach(SourceArgument::check);
  }

  private int toStdout(ParseResult given, Wanted wanted) throws IOException, InterruptedException {
    return export(given, wanted, Optional.empty());
  }

  private int toFile(ParseResult given, Wanted wanted) throws InterruptedException {
    try (TargetFile target = TargetFile.open(path(wanted.file()))) {
      int code = export(given, wanted, Optional.of(target));
      if (code == ExitCode.DONE) {
        target.finish();
      }
      return code;
    } catch (IOException | UncheckedIOException e) {
      shell
          .err()
          .println("kubilitics export: " + Plain.text(wanted.file() + ": " + TargetFile.reason(e)));
      return ExitCode.OUTPUT;
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw Options.bad(FILE, "'" + file + "' is no path: " + e.getReason());
    }
  }

  /// Reads all sources, then writes.
  private int export(ParseResult given, Wanted wanted, Optional<TargetFile> target)
      throws IOException, InterruptedException {
    OutputStream out = target.isPresent() ? target.get().out() : shell.out();
    List<ExportSource> all = new ArrayList<>();
    for (Map.Entry<ClusterId, SourceArgument> source : named(wanted.sources()).entrySet()) {
      Catalogue known = catalogue.get().forCluster();
      ExportSource read =
          ExportSource.read(
              source.getKey(),
              source.getValue(),
              known,
              Filters.of(given, new Words(known)),
              new StillReading(shell, wanted.asOf()));
      if (wanted.sources().size() == 1 && !read.hasSelected()) {
        NotThere.say(shell, "export", read.topology(), Objects.requireNonNull(read.selected()));
        return ExitCode.NOT_FOUND;
      }
      all.add(read);
    }
    if (wanted.format().isPicture()) {
      return picture(all, wanted, out, target);
    }
    return data(all.getFirst(), wanted, out, target);
  }

  private static Map<ClusterId, SourceArgument> named(List<SourceArgument> sources) {
    return sources.size() == 1
        ? Map.of(sources.getFirst().cluster(), sources.getFirst())
        : SourceArguments.named(sources);
  }

  private int picture(
      List<ExportSource> all, Wanted wanted, OutputStream out, Optional<TargetFile> target)
      throws IOException, InterruptedException {
    String line = "drawing " + Plain.text(wanted.file());
    Drawing drawing;
    Size size;
    try (BlockLayouts blocks = new BlockLayouts();
        Progress _ = Progress.of(shell, () -> line)) {
      drawing = drawing(all, wanted, new FreshMaps(blocks));
      size =
          wanted.format().paint(drawing, wanted.picture().theme(), wanted.picture().sheet(), out);
    }
    out.flush();
    ExportReport report = new ExportReport(shell.err());
    report.wrote(wanted.file(), target.map(TargetFile::bytes), size, drawing);
    return ExitCode.DONE;
  }

  private static Drawing drawing(List<ExportSource> all, Wanted wanted, FreshMaps freshMaps)
      throws InterruptedException {
    List<Subject> subjects = new ArrayList<>();
    PictureOptions picture = wanted.picture();
    for (ExportSource read : all) {
      subjects.add(read.subject(picture.arrangement(), wanted.asOf(), freshMaps));
    }
    @Nullable ResourceId selected =
        all.stream().map(ExportSource::selected).filter(Objects::nonNull).findFirst().orElse(null);
    return Cartographer.draw(subjects, new MapView(picture.level(), null, selected, false));
  }

  private int data(ExportSource read, Wanted wanted, OutputStream out, Optional<TargetFile> target)
      throws IOException {
    Selection selection = read.topology().select(read.part(), Viewer.EVERYTHING);
    Heading heading = Heading.once(read.cluster(), wanted.asOf());
    new TopologyText("export", heading, selection, read.catalogue().relations())
        .write(wanted.format().data(), out, shell);
    out.flush();
    new ExportReport(shell.err()).wrote(wanted.file(), target.map(TargetFile::bytes), selection);
    return ExitCode.DONE;
  }
}
