package io.kubilitics.jlink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// Makes the runtime image in `TARGET/image` from the jars named in `TARGET/runtime.classpath`.
final class MakeImage {
  private MakeImage() {}

  /// Arguments: the target folder, the folder with what is put into the image as it is, and the
  /// instant when the build began.
  static void main(String[] args) throws IOException, InterruptedException {
    Path target = Path.of(args[0]);
    Path distribution = Path.of(args[1]);
    Instant began = Instant.parse(args[2]);
    Path image = target.resolve("image");
    Path fresh = target.resolve("image.new");
    Path built = target.resolve("image.built");
    Path moduleJar = target.resolve(ModuleInfo.NAME + ".jar");

    say("merging the jars into one module");
    MergedModule module = Merge.of(RuntimeJar.onClassPath(target.resolve("runtime.classpath")));
    module.writeTo(moduleJar);

    say("linking it with the JDK");
    Folders.delete(fresh);
    RuntimeImage linked = RuntimeImage.link(moduleJar, fresh);
    linked.addFrom(distribution);
    linked.add(SqliteLibrary.forThisMachine(module.natives()), "lib");
    for (Entry font : module.fonts()) {
      linked.add(font, "lib/fonts");
    }
    module.writeLicencesTo(fresh.resolve("legal/libraries"));
    Files.write(target.resolve("duplicates.txt"), module.duplicates());

    say("training the AOT cache");
    Training.of(linked);

    replace(image, fresh);
    // `jlink/run` compares the sources with the time when they were read, not with now.
    Files.writeString(built, began + "\n");
    Files.setLastModifiedTime(built, FileTime.from(began));
  }

  /// A server that runs from the old image keeps its open files.
  private static void replace(Path image, Path fresh) throws IOException {
    Path old = image.resolveSibling("image.old");
    Folders.delete(old);
    if (Files.exists(image)) {
      Files.move(image, old);
    }
    Files.move(fresh, image);
    Folders.delete(old);
  }

  private static void say(String what) {
    System.err.println("jlink: " + what);
  }
}
