package io.kubilitics.jlink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the service types that code asks `ServiceLoader` for. A named module may ask only for what
/// it declares with `uses`; on the class path, for which these libraries were written, nobody had
/// to.
///
/// Starts at `ServiceLoader.load` and walks up the calls that hand a `Class` through. Every class
/// constant in a method on the way counts: a few too many, which does no harm.
final class ServiceLoads {
  private static final String SERVICE_LOADER = "java/util/ServiceLoader";
  private static final String CLASS = "Ljava/lang/Class;";

  /// A method by its owner, name and descriptor.
  private record Method(String owner, String name, String descriptor) {
    static Method of(MemberRefEntry reference) {
      return new Method(
          reference.owner().asInternalName(),
          reference.name().stringValue(),
          reference.type().stringValue());
    }

    boolean takesAClass() {
      return descriptor.startsWith("(")
          && descriptor.substring(0, descriptor.indexOf(')')).contains(CLASS);
    }

    boolean isServiceLoad() {
      return owner.equals(SERVICE_LOADER) && name.startsWith("load");
    }
  }

  private final Map<Method, List<Entry>> callers = new HashMap<>();
  private final Set<Method> passOn = new HashSet<>();
  private final Deque<Method> open = new ArrayDeque<>();
  private final Set<String> types = new TreeSet<>();

  private ServiceLoads() {}

  /// The types' names, such as `java.sql.Driver`, in order.
  static Set<String> in(Collection<Entry> classFiles) {
    ServiceLoads loads = new ServiceLoads();
    classFiles.forEach(loads::index);
    loads.callers.keySet().stream().filter(Method::isServiceLoad).forEach(loads::follow);
    while (!loads.open.isEmpty()) {
      loads.readCallersOf(loads.open.remove());
    }
    return loads.types;
  }

  private void index(Entry classFile) {
    for (PoolEntry constant : ClassFile.of().parse(classFile.content()).constantPool()) {
      if (constant instanceof MemberRefEntry reference) {
        Method method = Method.of(reference);
        if (method.takesAClass()) {
          callers.computeIfAbsent(method, _ -> new ArrayList<>()).add(classFile);
        }
      }
    }
  }

  private void follow(Method method) {
    if (passOn.add(method)) {
      open.add(method);
    }
  }

  private void readCallersOf(Method called) {
    for (Entry classFile : callers.getOrDefault(called, List.of())) {
      ClassFile.of().parse(classFile.content()).methods().stream()
          .filter(method -> method.code().stream().anyMatch(code -> calls(code, called)))
          .forEach(this::readCaller);
    }
  }

  private void readCaller(MethodModel caller) {
    caller.code().stream().flatMap(ServiceLoads::classConstants).forEach(types::add);
    Method method =
        new Method(
            caller.parent().orElseThrow().thisClass().asInternalName(),
            caller.methodName().stringValue(),
            caller.methodType().stringValue());
    if (method.takesAClass()) {
      follow(method);
    }
  }

  private static boolean calls(CodeModel code, Method called) {
    return code.elementStream()
        .anyMatch(element ->
            element instanceof InvokeInstruction call && Method.of(call.method()).equals(called));
  }

  private static Stream<String> classConstants(CodeModel code) {
    return code.elementStream()
        .filter(LoadConstantInstruction.class::isInstance)
        .map(LoadConstantInstruction.class::cast)
        .map(LoadConstantInstruction::constantValue)
        .filter(ClassDesc.class::isInstance)
        .map(ClassDesc.class::cast)
        .filter(ClassDesc::isClassOrInterface)
        .map(ServiceLoads::binaryName);
  }

  private static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }
}
