package io.kubilitics.gitops;

import io.kubilitics.plugin.KindCatalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.pf4j.Extension;

/// The kinds of Argo CD and Flux, and the rules that files can say.
@Extension
public final class GitOpsKinds implements KindCatalogue {
  private static final List<String> FILES =
      List.of(
          "argocd.yaml",
          "helm.toolkit.fluxcd.io.yaml",
          "image.toolkit.fluxcd.io.yaml",
          "kustomize.toolkit.fluxcd.io.yaml",
          "notification.toolkit.fluxcd.io.yaml",
          "source.toolkit.fluxcd.io.yaml");

  @Override
  public List<String> files() {
    return FILES;
  }

  @Override
  public InputStream open(String file) throws IOException {
    InputStream yaml = GitOpsKinds.class.getResourceAsStream(file);
    if (yaml == null) {
      throw new FileNotFoundException(file);
    }
    return yaml;
  }
}
