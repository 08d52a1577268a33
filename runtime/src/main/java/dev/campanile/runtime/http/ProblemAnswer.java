package dev.campanile.runtime.http;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as it goes over the wire. */
final class ProblemAnswer {

  static final String TYPE = "application/problem+json";

  private ProblemAnswer() {}

  static Response.ResponseBuilder to(Problem problem) {
    return Response.status(problem.status()).type(TYPE).entity(members(problem));
  }

  static Map<String, Object> members(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", titleOf(problem.status()));
    members.put("status", problem.status());
    members.put("code", problem.code());
    members.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      members.put("errors", problem.errors());
    }
    members.putAll(problem.extensions());
    return members;
  }

  private static String titleOf(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
