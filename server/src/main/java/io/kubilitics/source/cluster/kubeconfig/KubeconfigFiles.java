package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which files make up the kubeconfig, by kubectl's rules: the one that was named; else those of
/// the variable `KUBECONFIG`; else `~/.kube/config`; and where they hold nothing, what Kubernetes
/// gives to a Pod. Nothing is read yet.
///
/// @param named whether somebody asked for this very file, so that it has to be there
/// @param inCluster null when this process is in no Pod, or a file was named
public record KubeconfigFiles(List<Path> files, boolean named, @Nullable InCluster inCluster) {
  public KubeconfigFiles {
    files = List.copyOf(files);
  }

  /// The files of a user.
  ///
  /// @param named the file that was asked for, `""` for none
  /// @param variables the environment: `KUBECONFIG`, `HOME`, and those of a Pod
  /// @throws ProblemException when a path is none
  public static KubeconfigFiles of(String named, Map<String, String> variables) {
    return of(named, variables, InCluster.FOLDER);
  }

  /// As [#of(String, Map)], with another folder for the files of a Pod's ServiceAccount.
  public static KubeconfigFiles of(
      String named, Map<String, String> variables, Path serviceAccount) {
    if (!named.isEmpty()) {
      return new KubeconfigFiles(List.of(path("kubeconfig", named)), true, null);
    }
    InCluster inCluster = InCluster.of(variables, serviceAccount).orElse(null);
    String list = variables.getOrDefault("KUBECONFIG", "");
    if (!list.isEmpty()) {
      List<Path> files =
          Arrays.stream(list.split(Pattern.quote(File.pathSeparator), -1))
              .filter(file -> !file.isEmpty())
              .map(file -> path("KUBECONFIG", file))
              .distinct()
              .toList();
      return new KubeconfigFiles(files, false, inCluster);
    }
    String home = variables.getOrDefault("HOME", variables.getOrDefault("USERPROFILE", ""));
    List<Path> files =
        home.isEmpty() ? List.of() : List.of(path("HOME", home).resolve(".kube").resolve("config"));
    return new KubeconfigFiles(files, false, inCluster);
  }

  private static Path path(String where, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new ProblemException(new Problem.BadInput(where, "holds a path that is none"));
    }
  }
}
