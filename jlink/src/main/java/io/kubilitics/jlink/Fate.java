package io.kubilitics.jlink;

import java.util.regex.Pattern;

/// What becomes of a file of a jar when the jars are merged.
enum Fate {
  /// Goes into the module as it is.
  KEEP,
  /// A list of service providers: united with the lists of the same service in other jars.
  SERVICE,
  /// A licence or notice: goes beside the image, in a folder named after its jar.
  LICENCE,
  /// A native library: only the one for this machine is taken out.
  NATIVE,
  /// Of no use in a module: manifests, signatures, module descriptors, build leftovers.
  DROP;

  private static final Pattern DROPPED =
      Pattern.compile(
          "(.*/)?module-info\\.class"
              + "|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|.*\\.(SF|RSA|DSA|EC|kotlin_module))"
              + "|META-INF/(maven|versions|native-image|proguard|com\\.android\\.tools|imports)/.*"
              + "|META-INF/(sbom|LICENSE-kotlin)/.*"
              + "|(about\\.(ini|mappings|properties)|plugin\\.xml|modeling32\\.png|\\.options)"
              + "|(docs|schema|model|\\.api_description)/.*"
              + "|[^/]*\\.(genmodel|ecore|melk|xcore)");

  private static final Pattern LICENCES =
      Pattern.compile(
          "(?i)(META-INF/|license/|about_files/)?"
              + "(.*(licen[cs]e|notice|copying|copyright|dependencies)[^/]*|about[^/]*\\.html)");

  static Fate of(String path) {
    if (path.startsWith("META-INF/services/")) {
      return SERVICE;
    }
    if (path.startsWith("org/sqlite/native/")) {
      return NATIVE;
    }
    if (DROPPED.matcher(path).matches()) {
      return DROP;
    }
    if (!path.endsWith(".class") && LICENCES.matcher(path).matches()) {
      return LICENCE;
    }
    return KEEP;
  }
}
