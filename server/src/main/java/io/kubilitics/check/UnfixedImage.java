package io.kubilitics.check;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// An image without a tag, or with the tag that moves. A digest fixes it. What stands for something
/// that is filled in later is not judged, nor what an operator chose.
final class UnfixedImage implements Check {
  @Override
  public Code code() {
    return Code.KUB020;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    if (subject.hasOwner()) {
      return;
    }
    for (ContainerOutline container : ContainerOutline.of(subject.resource().features())) {
      String image = container.image();
      String tag = tag(image);
      if (!image.isEmpty() && image.indexOf('$') < 0 && (tag.isEmpty() || tag.equals("latest"))) {
        report.add(
            subject.finding(
                code(),
                Level.WARNING,
                container.path() + ".image",
                "The image "
                    + image
                    + (tag.isEmpty() ? " has no tag." : " is whatever was built last.")));
      }
    }
  }

  /// What stands behind the last colon of the last part, or the digest; `""` for neither.
  private static String tag(String image) {
    int digest = image.indexOf('@');
    if (digest >= 0) {
      return image.substring(digest + 1);
    }
    int colon = image.lastIndexOf(':');
    return colon > image.lastIndexOf('/') ? image.substring(colon + 1) : "";
  }
}
