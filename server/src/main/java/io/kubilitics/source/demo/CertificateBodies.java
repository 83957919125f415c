package io.kubilitics.source.demo;

import java.util.Map;

/// Writes what cert-manager is told, and what it makes of that.
final class CertificateBodies {
  static final String ISSUER = "letsencrypt";

  private static final long DAY = 86_400;
  private static final long VALID_DAYS = 90;
  private static final long RENEWED_BEFORE_DAYS = 30;

  private CertificateBodies() {}

  static Map<String, Object> issuer(Part part) {
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "acme",
                Tree.of(
                    "server",
                    "https://acme-v02.api.letsencrypt.org/directory",
                    "email",
                    "platform@example.com",
                    "privateKeySecretRef",
                    Tree.name("letsencrypt-account"),
                    "solvers",
                    Tree.list(
                        Tree.of(
                            "http01", Tree.of("ingress", Tree.of("ingressClassName", "nginx")))))),
            "status",
            Tree.of(
                "conditions",
                Tree.list(
                    Tree.observed(
                        "Ready",
                        true,
                        "ACMEAccountRegistered",
                        "The ACME account was registered with the ACME server",
                        1,
                        part.identity().createdAt()))));
  }

  static Map<String, Object> certificate(Part part, String host, String secret) {
    long issued = part.editedAt();
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "secretName",
                secret,
                "dnsNames",
                Tree.list(host),
                "issuerRef",
                Tree.of("group", "cert-manager.io", "kind", "ClusterIssuer", "name", ISSUER),
                "privateKey",
                Tree.of("algorithm", "ECDSA", "size", 256, "rotationPolicy", "Always"),
                "usages",
                Tree.list("digital signature", "key encipherment")),
            "status",
            Tree.of(
                "revision",
                part.edits() + 1,
                "notBefore",
                Tree.time(issued),
                "notAfter",
                Tree.time(issued + VALID_DAYS * DAY),
                "renewalTime",
                Tree.time(issued + (VALID_DAYS - RENEWED_BEFORE_DAYS) * DAY),
                "conditions",
                Tree.list(
                    Tree.observed(
                        "Ready",
                        true,
                        "Ready",
                        "Certificate is up to date and has not expired",
                        1,
                        part.identity().createdAt()))));
  }

  /// The Secret that cert-manager writes for a Certificate.
  static Map<String, Object> keyPair(Part part, Part certificate, String host, long seed) {
    Dice dice = Dice.of(seed, "pair/" + part.id(), certificate.edits());
    long issued = certificate.editedAt();
    return part.draft()
        .label("controller.cert-manager.io/fao", "true")
        .annotation("cert-manager.io/certificate-name", certificate.name())
        .annotation("cert-manager.io/common-name", host)
        .annotation("cert-manager.io/issuer-kind", "ClusterIssuer")
        .annotation("cert-manager.io/issuer-name", ISSUER)
        .with(
            "data",
            Tree.of(
                "tls.crt",
                ConfigBodies.base64(
                    Certificates.pem(dice, host, issued, issued + VALID_DAYS * DAY)),
                "tls.key",
                ConfigBodies.base64(Certificates.key(dice))),
            "type",
            "kubernetes.io/tls");
  }
}
