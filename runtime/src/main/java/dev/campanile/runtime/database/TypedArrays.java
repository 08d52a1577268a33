package dev.campanile.runtime.database;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Makes arrays of the element's own class, not of objects: of such the driver sends the octets, and
 * neither quotes a text nor has the server parse one.
 */
final class TypedArrays implements SqlArrayTypeFactory {

  private static final Map<Type, String> NAMES =
      Map.of(
          String.class, "text",
          Integer.class, "int4",
          Long.class, "int8",
          Short.class, "int2",
          Boolean.class, "bool");

  @Override
  public Optional<SqlArrayType<?>> build(Type elements, ConfigRegistry config) {
    String name = NAMES.get(elements);
    return name == null ? Optional.empty() : Optional.of(new TypedArray((Class<?>) elements, name));
  }

  private record TypedArray(Class<?> elements, String name) implements SqlArrayType<Object> {

    @Override
    public String getTypeName() {
      return name;
    }

    @Override
    public Class<?> getArrayElementClass() {
      return elements;
    }

    @Override
    public Object convertArrayElement(Object element) {
      return element;
    }
  }
}
