package io.kubilitics.jlink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;

/// Takes line numbers and names of local variables out of the libraries' classes, a seventh of
/// their size. Ours keep them, and so does the JDK: a stack trace in a report says where.
final class LineNumbers {
  private static final ClassFile WITHOUT =
      ClassFile.of(DebugElementsOption.DROP_DEBUG, LineNumbersOption.DROP_LINE_NUMBERS);

  private LineNumbers() {}

  static Entry droppedFrom(Entry file) {
    if (!file.isClass() || file.path().startsWith("io/kubilitics/")) {
      return file;
    }
    byte[] content =
        ClassFile.of()
            .transformClass(
                WITHOUT.parse(file.content()),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
    return new Entry(file.path(), content);
  }
}
