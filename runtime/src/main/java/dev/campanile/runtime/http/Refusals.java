package dev.campanile.runtime.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why an endpoint did not even begin: who may call it, and what its parameters are. */
final class Refusals {

  private Refusals() {}

  static Problem unauthorized() {
    return Problem.of(
        401,
        "UNAUTHORIZED",
        "Send a key of this service: Authorization: Bearer <key>. Each service has its own.");
  }

  static Problem forbidden(ResourceInfo resource) {
    List<String> scopes = scopesOf(resource.getResourceMethod());
    return scopes.isEmpty()
        ? Problem.of(403, "FORBIDDEN", "Nobody may do that.")
        : Problem.of(
                403,
                "FORBIDDEN",
                "This key may not do that. It takes a key with the scope %s; an administrator makes one with POST /v1/api-keys."
                    .formatted(String.join(" or ", scopes)))
            .with("scopes", scopes);
  }

  /** The parameter that could not be read; the specification makes of it a mere 404. */
  static Problem parameter(ResourceInfo resource, UriInfo uri) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    Method method = resource.getResourceMethod();
    for (Parameter parameter : method == null ? new Parameter[0] : method.getParameters()) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null && isWrong(parameter.getType(), given.getFirst(query.value()))) {
        return wrong(query.value(), parameter.getType());
      }
    }
    return Problem.notFound("such thing: an id in the path cannot be read");
  }

  private static Problem wrong(String name, Class<?> type) {
    return Problem.of(400, "INVALID_PARAMETER", name + " " + expected(type) + ".")
        .with("parameter", name);
  }

  private static String expected(Class<?> type) {
    return type.isEnum()
        ? "is one of " + Arrays.toString(type.getEnumConstants())
        : type == Integer.class || type == int.class || type == Long.class || type == long.class
            ? "is a whole number"
            : "cannot be read";
  }

  private static boolean isWrong(Class<?> type, @Nullable String value) {
    if (value == null || type == String.class) {
      return false;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .noneMatch(constant -> constant.toString().equals(value));
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return !value.matches("-?\\d{1,9}");
    }
    return true;
  }

  private static List<String> scopesOf(@Nullable Method method) {
    if (method == null) {
      return List.of();
    }
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }
    return roles == null
        ? List.of()
        : Arrays.stream(roles.value()).map(role -> role.toUpperCase(Locale.ROOT)).toList();
  }
}
