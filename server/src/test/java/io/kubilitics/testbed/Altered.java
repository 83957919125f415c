package io.kubilitics.testbed;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Records of which a test wants one with a few other values.
public final class Altered {
  private Altered() {}

  /// A copy with other values.
  ///
  /// @param others by the names of the components
  /// @throws IllegalArgumentException when it has no component of such a name
  public static <R extends Record> R of(R original, Map<String, ?> others) {
    Map<String, Object> left = new TreeMap<>(others);
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int at = 0; at < components.length; at++) {
        RecordComponent component = components[at];
        types[at] = component.getType();
        component.getAccessor().setAccessible(true);
        Object other = left.remove(component.getName());
        values[at] = other == null ? component.getAccessor().invoke(original) : other;
      }
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(left + " is not of " + Arrays.toString(components));
      }
      Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      @SuppressWarnings("unchecked")
      R copy = (R) constructor.newInstance(values);
      return copy;
    } catch (NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException e) {
      throw new IllegalArgumentException(original + " cannot be copied", e);
    }
  }
}
