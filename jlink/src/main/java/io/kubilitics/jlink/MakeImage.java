package io.kubilitics.jlink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the runtime image in `TARGET/image` from the jars named in `TARGET/runtime.classpath`.
final class MakeImage {
  private MakeImage() {}

  static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path distribution = Path.of(args[1]);
    Path image = target.resolve("image");
    Path moduleJar = target.resolve(ModuleInfo.NAME + ".jar");

    say("merging the jars into one module");
    MergedModule module = Merge.of(RuntimeJar.onClassPath(target.resolve("runtime.classpath")));
    module.writeTo(moduleJar);

    say("linking it with the JDK");
    RuntimeImage.delete(image);
    RuntimeImage linked = RuntimeImage.link(moduleJar, image);
    linked.addFrom(distribution);
    linked.add(SqliteLibrary.forThisMachine(module.natives()), "lib");
    for (Entry font : module.fonts()) {
      linked.add(font, "lib/fonts");
    }
    module.writeLicencesTo(image.resolve("legal/libraries"));
    Files.write(target.resolve("duplicates.txt"), module.duplicates());
  }

  private static void say(String what) {
    System.err.println("jlink: " + what);
  }
}
