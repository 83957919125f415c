package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `version`: which build this is, and what it runs on.
final class VersionCommand implements Command {
  private static final String OUTPUT = "--output";

  private final Shell shell;

  VersionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "version",
            "Show which version this is.",
            "kubilitics version",
            "kubilitics version -o json");
    spec.addOption(Options.value("FORMAT", "text or json.", List.of("text", "json"), "-o", OUTPUT));
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException {
    @Nullable String format = Options.one(given, OUTPUT);
    boolean asJson =
        format != null
            && Options.choice(OUTPUT, format, List.of("text", "json"), word -> word).equals("json");
    if (asJson) {
      writeJson();
    } else {
      writeText(shell);
    }
    return ExitCode.DONE;
  }

  static void writeText(Shell shell) throws IOException {
    Release release = Release.ofThisProgram();
    String line =
        "kubilitics "
            + release.version()
            + (release.commit().isEmpty() ? "" : " (" + release.commit() + ")")
            + ", Java "
            + Runtime.version()
            + "\n";
    shell.out().write(line.getBytes(StandardCharsets.UTF_8));
  }

  private void writeJson() throws IOException {
    Release release = Release.ofThisProgram();
    JsonGenerator json = JsonDocument.begin(shell.out());
    json.writeStartObject();
    json.writeStringField("version", release.version());
    if (!release.commit().isEmpty()) {
      json.writeStringField("commit", release.commit());
    }
    json.writeStringField("java", Runtime.version().toString());
    json.writeStringField(
        "platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    json.writeEndObject();
    JsonDocument.end(json);
  }
}
