package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the files looked at one moment that an access names: a token, a certificate, a key, an
/// authority. Nothing of them is read. Any thread.
///
/// @param marks one for each, in a fixed order
record NamedFiles(List<Path> paths, List<String> marks) {
  NamedFiles {
    paths = List.copyOf(paths);
    marks = List.copyOf(marks);
  }

  static NamedFiles of(ClusterAccess access) {
    List<Path> paths = new ArrayList<>();
    if (access.authorization() instanceof Authorization.BearerFile(Path token)) {
      paths.add(token);
    }
    add(paths, access.certificate());
    add(paths, access.key());
    if (access.trust() instanceof Trust.Authorities(Pem authorities)) {
      add(paths, authorities);
    }
    return seen(paths);
  }

  private static void add(List<Path> paths, @Nullable Pem pem) {
    if (pem instanceof Pem.File(Path path)) {
      paths.add(path);
    }
  }

  private static NamedFiles seen(List<Path> paths) {
    return new NamedFiles(paths, paths.stream().map(NamedFiles::mark).toList());
  }

  private static String mark(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
    } catch (IOException _) {
      return "";
    }
  }

  /// Whether one of them is another one now, or has come or gone.
  boolean haveChanged() {
    return !seen(paths).equals(this);
  }
}
