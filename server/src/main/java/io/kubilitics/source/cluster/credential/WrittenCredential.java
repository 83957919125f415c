package io.kubilitics.source.cluster.credential;

import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A credential that is written down: in the kubeconfig, or in files that it names.
final class WrittenCredential implements CredentialSource {
  private final Supplier<@Nullable Hidden> authorization;
  private final Supplier<@Nullable Hidden> certificates;
  private final Supplier<@Nullable Hidden> key;
  private final List<RenewedFile> files;

  /// @param files that the others read
  WrittenCredential(
      Supplier<@Nullable Hidden> authorization,
      Supplier<@Nullable Hidden> certificates,
      Supplier<@Nullable Hidden> key,
      List<RenewedFile> files) {
    this.authorization = authorization;
    this.certificates = certificates;
    this.key = key;
    this.files = List.copyOf(files);
  }

  @Override
  public Credential current() {
    Hidden shown = authorization.get();
    Instant end = shown == null ? null : TokenExpiry.of(shown);
    return new Credential(shown, certificates.get(), key.get(), end);
  }

  @Override
  public void refused(Credential credential) {
    files.forEach(RenewedFile::forget);
  }

  @Override
  public void close() {}
}
