package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotStoreTest {
  @TempDir private Path directory;

  record Kind(String name, Function<Path, SlotStore> opener) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> stores() {
    return Stream.of(
        new Kind("memory", _ -> new SlotsInMemory()),
        new Kind("file", directory -> new SlotFile(directory.resolve("places"))));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void nothingIsThereBeforeTheFirstSave(Kind kind) {
    assertThat(kind.opener().apply(directory).load()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatWasSavedLastIsLoadedExactly(Kind kind) {
    SlotStore store = kind.opener().apply(directory);

    store.save(epoch(0, 30));
    store.save(epoch(1, 20));

    assertThat(store.load()).contains(epoch(1, 20));
    assertThat(store.load()).contains(epoch(1, 20));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void anEmptyMapIsKeptToo(Kind kind) {
    SlotStore store = kind.opener().apply(directory);
    SlotEpoch empty = new SlotEpoch(7, Packing.NONE, new TreeMap<>(), new TreeMap<>());

    store.save(empty);

    assertThat(store.load()).contains(empty);
  }

  @Test
  void aFileIsReadByTheNextProcess() {
    new SlotFile(directory.resolve("places")).save(epoch(3, 10));

    assertThat(new SlotFile(directory.resolve("places")).load()).contains(epoch(3, 10));
  }

  @Test
  void aDamagedFileIsRefusedByNameAndStaysAsItIs() throws IOException {
    Path file = directory.resolve("places");
    new SlotFile(file).save(epoch(0, 10));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new SlotFile(file).load())
        .withMessage(file + ": the saved places are damaged");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void aSaveReplacesADamagedFileAndWhatABreakdownLeft() throws IOException {
    Path file = directory.resolve("places");
    Files.writeString(file, "not ours");
    Files.writeString(directory.resolve("places.next"), "half of it");

    new SlotFile(file).save(epoch(0, 10));

    assertThat(new SlotFile(file).load()).contains(epoch(0, 10));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aSaveThatFailsLeavesTheFormerPlaces() throws IOException {
    Path file = directory.resolve("places");
    SlotFile store = new SlotFile(file);
    store.save(epoch(0, 10));
    Path inTheWay = Files.createDirectory(directory.resolve("places.next"));
    Files.writeString(inTheWay.resolve("something"), "here");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> store.save(epoch(1, 10)))
        .withMessageStartingWith(file + ": cannot be written: ");
    assertThat(store.load()).contains(epoch(0, 10));
  }

  @Test
  void aFileInNoDirectoryIsRefused() {
    SlotFile store = new SlotFile(directory.resolve("nowhere").resolve("places"));

    assertThat(store.load()).isEmpty();
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> store.save(epoch(0, 1)));
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    Path file = directory.resolve("places");
    new SlotFile(file).save(epoch(0, 1));

    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  static SlotEpoch epoch(long number, int count) {
    List<Item> frames = RandomItems.frames(number).many(count);
    SortedMap<String, Packing> blocks = new TreeMap<>();
    SortedMap<String, Cells> cells = new TreeMap<>();
    for (Item frame : frames) {
      List<Item> items = RandomItems.blocks(frame.key().hashCode()).many(5);
      blocks.put(frame.key(), new Packer(RandomItems.BLOCKS).pack(items));
      cells.put(
          frame.key() + "/web",
          new CellRules().update(Cells.NONE, List.of("web-ä", "web-𝄞"), true));
    }
    return new SlotEpoch(number, new Packer(RandomItems.FRAMES).pack(frames), blocks, cells);
  }
}
