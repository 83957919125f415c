package io.kubilitics.source.cluster.connection;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// For which names a certificate is, as a short text for the user. What a foreign server wrote into
/// it is cut and has no control characters.
final class ServerNames {
  private static final int DNS = 2;
  private static final int IP = 7;
  private static final int MOST = 6;
  private static final int LONGEST = 80;

  private ServerNames() {}

  static String of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        if (name.get(0) instanceof Integer type && (type == DNS || type == IP)) {
          names.add(shown(String.valueOf(name.get(1))));
        }
      }
    } catch (CertificateParsingException e) {
      return "none that can be read";
    }
    if (names.isEmpty()) {
      return "none";
    }
    String shown = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
  }

  static String shown(String foreign) {
    String plain = foreign.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
