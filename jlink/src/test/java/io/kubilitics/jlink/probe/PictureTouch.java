package io.kubilitics.jlink.probe;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/// An SVG with text as a PNG, in the font that the product brings: the system may have none.
record PictureTouch(Path file) implements Touch {
  private static final int WHITE = 0xffffffff;
  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">
        <rect width="200" height="60" fill="#fff"/>
        <text x="10" y="40" font-family="Inter" font-size="24" fill="#000">cart-1</text>
      </svg>
      """;

  @Override
  public String run() throws Exception {
    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(ProbeFont.load());
    try (OutputStream out = Files.newOutputStream(file)) {
      new PNGTranscoder()
          .transcode(new TranscoderInput(new StringReader(SVG)), new TranscoderOutput(out));
    }
    BufferedImage picture = ImageIO.read(file.toFile());
    long inked = inkedPixels(picture);
    Touch.require(inked > 300 && inked < 2_000, inked + " pixels of text");
    return inked + " pixels of text";
  }

  private static long inkedPixels(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    long inked = 0;
    for (int pixel : pixels) {
      if (pixel != WHITE) {
        inked++;
      }
    }
    return inked;
  }
}
