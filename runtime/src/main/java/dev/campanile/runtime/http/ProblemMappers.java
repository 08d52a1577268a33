package dev.campanile.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as {@code application/problem+json}. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return answer(problem);
  }

  /** Named each by itself: the framework brings a mapper of its own for some. */
  @ServerExceptionMapper(
      value = {
        UnrecognizedPropertyException.class,
        MismatchedInputException.class,
        JsonMappingException.class,
        JsonProcessingException.class
      },
      priority = 1)
  public Response json(JsonProcessingException e) {
    return answer(JsonFault.problem(e));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> new FieldError(ConstraintPointer.of(v.getPropertyPath()), v.getMessage()))
            .toList();
    return answer(Problem.invalid(errors));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthorized() {
    return ProblemAnswer.to(Refusals.unauthorized())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, ResourceInfo resource) {
    return answer(Refusals.forbidden(resource));
  }

  @ServerExceptionMapper
  public Response webApplication(WebApplicationException e, ResourceInfo resource, UriInfo uri) {
    // RESTEasy wraps what Jackson refused.
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          e.getCause() == null
              ? answer(Problem.of(404, "NOT_FOUND", "There is nothing at this address."))
              : answer(Refusals.parameter(resource, uri));
      case 405 -> methodNotAllowed(e);
      case 406 -> answer(Problem.of(406, "NOT_ACCEPTABLE", "Accept another type: JSON."));
      case 413 -> answer(Problem.of(413, "TOO_LARGE", "The body is too large; send less."));
      case 415 ->
          answer(
              Problem.of(
                  415,
                  "UNSUPPORTED_MEDIA_TYPE",
                  "Send another Content-Type; most endpoints take application/json."));
      default -> answer(Problem.of(status, "HTTP_" + status, String.valueOf(e.getMessage())));
    };
  }

  @ServerExceptionMapper
  public Response unexpected(RuntimeException e) {
    if (Unreachable.isWhy(e)) {
      return unavailable(e);
    }
    LOG.error("request failed", e);
    return answer(
        Problem.of(500, "INTERNAL", "Something broke on our side; it is in the service's log."));
  }

  /** The log of a minute without a database shall not be a stack trace for every request. */
  private static Response unavailable(RuntimeException e) {
    LOG.warnf("request refused, the database cannot be reached: %s", e.getMessage());
    return ProblemAnswer.to(
            Problem.of(
                503,
                "DATABASE_UNAVAILABLE",
                "The database cannot be reached right now. Ask again in some seconds, with the same Idempotency-Key if you sent one."))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response methodNotAllowed(WebApplicationException e) {
    Response.ResponseBuilder answer =
        ProblemAnswer.to(
            Problem.of(405, "METHOD_NOT_ALLOWED", "This address takes another method."));
    Object allowed = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }

  private static Response answer(Problem problem) {
    return ProblemAnswer.to(problem).build();
  }
}
