package io.kubilitics.api;

import java.io.IOException;
import java.util.List;

/// Starts `serve --sidecar` as a shell would, hands its own stdin and stdout on, and waits. To be
/// killed.
final class Starter {
  private Starter() {}

  static void main(String[] args) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(ServeProcess.command(ServeProgram.class, List.of("sidecar")))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    child.getOutputStream().write(System.in.readNBytes(44));
    child.getOutputStream().flush();
    child.waitFor();
  }
}
