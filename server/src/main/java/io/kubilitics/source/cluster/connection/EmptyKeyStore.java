package io.kubilitics.source.cluster.connection;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/// A key store in memory, which JSSE wants certificates and keys to be in.
final class EmptyKeyStore {
  private EmptyKeyStore() {}

  static KeyStore open() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return store;
  }
}
