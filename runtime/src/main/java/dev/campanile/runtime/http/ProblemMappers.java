package dev.campanile.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as {@code application/problem+json}. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return answer(problem);
  }

  @ServerExceptionMapper(priority = 1)
  public Response unknownField(UnrecognizedPropertyException e) {
    return answer(
        Problem.of(400, "UNKNOWN_FIELD", "The field " + e.getPropertyName() + " is not known here.")
            .at(pointerOf(e), "known fields: " + e.getKnownPropertyIds()));
  }

  @ServerExceptionMapper(priority = 1)
  public Response wrongShape(JsonMappingException e) {
    String reason = reasonOf(e);
    return answer(Problem.of(400, "INVALID", reason).at(pointerOf(e), reason));
  }

  @ServerExceptionMapper(priority = 1)
  public Response brokenJson(JsonProcessingException e) {
    return answer(
        Problem.of(400, "MALFORMED_JSON", "The body is not JSON: " + e.getOriginalMessage()));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> new FieldError("/" + v.getPropertyPath(), v.getMessage()))
            .toList();
    return answer(Problem.invalid(errors));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthorized() {
    return answer(
        Problem.of(
            401,
            "UNAUTHORIZED",
            "Send the service's API key: Authorization: Bearer <key>. Each service has its own."));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return answer(Problem.of(403, "FORBIDDEN", "This key may not do that."));
  }

  @ServerExceptionMapper
  public Response webApplication(WebApplicationException e) {
    // RESTEasy wraps what Jackson refused.
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return unknownField(unknown);
    }
    if (e.getCause() instanceof JsonMappingException mapping) {
      return wrongShape(mapping);
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return brokenJson(json);
    }
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 -> answer(Problem.of(404, "NOT_FOUND", "There is nothing at this address."));
      case 405 ->
          answer(Problem.of(405, "METHOD_NOT_ALLOWED", "This address takes another method."));
      case 415 -> answer(Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send another Content-Type."));
      default -> answer(Problem.of(status, "HTTP_" + status, String.valueOf(e.getMessage())));
    };
  }

  @ServerExceptionMapper
  public Response unexpected(RuntimeException e) {
    LOG.error("request failed", e);
    return answer(
        Problem.of(500, "INTERNAL", "Something broke on our side; it is in the service's log."));
  }

  private static Response answer(Problem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", titleOf(problem.status()));
    body.put("status", problem.status());
    body.put("code", problem.code());
    body.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    body.putAll(problem.extensions());
    return Response.status(problem.status()).type("application/problem+json").entity(body).build();
  }

  private static String titleOf(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  private static String pointerOf(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  /** What a record's constructor said, when it was one that refused. */
  private static String reasonOf(JsonMappingException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : e.getOriginalMessage();
  }
}
