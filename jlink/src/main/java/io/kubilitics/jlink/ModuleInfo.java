package io.kubilitics.jlink;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleMainClassAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// The descriptor of the one module that holds the product. It is open and exports everything: the
/// libraries in it were written for the class path, and plugins use them from outside.
final class ModuleInfo {
  static final String NAME = "io.kubilitics";
  static final String MAIN_CLASS = "io.kubilitics.Main";

  private ModuleInfo() {}

  /// Folders with resources only are packages too where their name allows it.
  static Entry of(
      Set<String> packages,
      Set<String> resourceFolders,
      Set<String> uses,
      SortedMap<String, Set<String>> provides) {
    ModuleAttribute module =
        ModuleAttribute.of(
            ModuleDesc.of(NAME),
            builder -> {
              builder.moduleFlags(AccessFlag.OPEN);
              for (String required : JdkModules.REQUIRED) {
                if (required.equals("java.base")) {
                  builder.requires(ModuleDesc.of(required), Set.of(AccessFlag.MANDATED), null);
                } else {
                  builder.requires(ModuleDesc.of(required), Set.of(), null);
                }
              }
              packages.forEach(name -> builder.exports(PackageDesc.of(name), Set.of()));
              uses.forEach(service -> builder.uses(ClassDesc.of(service)));
              provides.forEach((service, providers) ->
                  builder.provides(
                      ClassDesc.of(service),
                      providers.stream().map(ClassDesc::of).toArray(ClassDesc[]::new)));
            });
    byte[] content =
        ClassFile.of()
            .buildModule(
                module,
                info -> {
                  info.with(ModuleMainClassAttribute.of(ClassDesc.of(MAIN_CLASS)));
                  info.with(
                      ModulePackagesAttribute.ofNames(
                          Stream.concat(packages.stream(), resourceFolders.stream())
                              .distinct()
                              .filter(SourceVersion::isName)
                              .map(PackageDesc::of)
                              .toList()));
                });
    return new Entry("module-info.class", content);
  }
}
