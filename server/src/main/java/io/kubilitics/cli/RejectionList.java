package io.kubilitics.cli;

import io.kubilitics.session.Rejection;
import io.kubilitics.session.Rejections;
import java.io.PrintStream;
import java.util.Locale;

/// Names the documents that could not be read, one a line, as compilers do.
final class RejectionList {
  private RejectionList() {}

  static void print(Rejections rejections, PrintStream err) {
    for (Rejection rejection : rejections.first()) {
      err.println(Plain.text(rejection.place() + ": " + rejection.reason()));
    }
    long more = rejections.count() - rejections.first().size();
    if (more > 0) {
      err.println(String.format(Locale.ROOT, "… and %,d more that could not be read", more));
    }
  }
}
