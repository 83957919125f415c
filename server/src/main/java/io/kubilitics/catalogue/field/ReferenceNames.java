package io.kubilitics.catalogue.field;

import java.util.Set;

/// Names of fields that, in objects of any kind, usually hold a reference or a part of one.
public final class ReferenceNames {
  /// What stands inside a reference: which kind, which object, which part of it.
  private static final Set<String> INSIDE =
      Set.of("apiVersion", "group", "apiGroup", "kind", "name", "namespace", "key");

  private ReferenceNames() {}

  /// Whether the text of a field of this name may be part of a reference.
  public static boolean isPart(String name) {
    return INSIDE.contains(name) || isReference(name) || isName(name);
  }

  /// Whether it is `ref`, `secretRef`, `parentRefs`, `claimReference` or the like.
  public static boolean isReference(String name) {
    return !stemOfReference(name).equals(name);
  }

  /// What a reference refers to by its name: `passwordSecret` of `passwordSecretKeyRef`, `""` of
  /// `ref`; the name itself when it is no reference's.
  public static String stemOfReference(String name) {
    for (String ending : new String[] {"Refs", "Ref", "References", "Reference"}) {
      if (name.endsWith(ending)) {
        String stem = name.substring(0, name.length() - ending.length());
        return withoutFiller(stem);
      }
      if (name.equals(ending.toLowerCase(java.util.Locale.ROOT))) {
        return "";
      }
    }
    return name;
  }

  /// `secretKeyRef` and `writeConnectionSecretToRef` are about a Secret, too.
  private static String withoutFiller(String stem) {
    if (stem.endsWith("Key")) {
      return stem.substring(0, stem.length() - "Key".length());
    }
    return stem.endsWith("SecretTo") ? stem.substring(0, stem.length() - "To".length()) : stem;
  }

  /// Whether it is the plain name of an object whose kind the field's name tells: `secretName`,
  /// `tlsSecretName`, `configMapName`, `serviceName`, `serviceAccountName`, `storageClassName`.
  public static boolean isName(String name) {
    return ends(name, "secretName")
        || ends(name, "configMapName")
        || ends(name, "className")
        || name.equals("serviceName")
        || name.equals("serviceAccountName")
        || name.equals("claimName");
  }

  /// Whether a name is this one or ends with it as its last words.
  private static boolean ends(String name, String words) {
    return name.equals(words)
        || name.endsWith(Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }
}
