package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.manifest.ManifestSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;

/// Manifests in a file or below a folder, or on stdin.
record ManifestArgument(String text) implements SourceArgument {
  @Override
  public ClusterId cluster() {
    return new ClusterId("manifests");
  }

  @Override
  public String shortName() {
    if (isStdin()) {
      return "stdin";
    }
    Path name = path().toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  @Override
  public boolean isStdin() {
    return text.equals(ManifestSource.STDIN);
  }

  @Override
  public void check() {
    if (!isStdin() && !Files.exists(path())) {
      throw new ProblemException(new Problem.Unreadable(text, "no such file or folder"));
    }
  }

  @Override
  public ResourceSource still(Catalogue catalogue, Shell shell, Instant asOf) {
    return manifests(catalogue, shell);
  }

  @Override
  public ResourceSource stillWithBodies(Catalogue catalogue, Shell shell, Instant asOf) {
    return manifests(catalogue, shell).withBodies(catalogue::bodies);
  }

  @Override
  public ResourceSource alive(Catalogue catalogue, Shell shell) {
    return manifests(catalogue, shell).withBodies(catalogue::bodies);
  }

  private ManifestSource manifests(Catalogue catalogue, Shell shell) {
    return isStdin()
        ? ManifestSource.ofStdin(shell.in(), catalogue)
        : ManifestSource.of(path(), catalogue);
  }

  private Path path() {
    if (text.isEmpty()) {
      throw Options.bad(
          "SOURCE", "is empty: give a file, a folder, - for stdin, or " + DemoArgument.DEMO);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ProblemException(new Problem.Unreadable(text, "is no path: " + e.getReason()));
    }
  }
}
