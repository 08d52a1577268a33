package dev.campanile.campaign.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.runtime.http.Problem;
import java.util.Map;

/**
 * Why a launch would go wrong.
 *
 * @param detail says how to mend it
 * @param members what belongs to it, by name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LaunchRefusal(Code code, String detail, Map<String, Object> members) {

  public LaunchRefusal {
    members = Map.copyOf(members);
  }

  LaunchRefusal(Code code, String detail) {
    this(code, detail, Map.of());
  }

  public enum Code {
    SEGMENT_EMPTY,
    BRAND_LACKS_SENDER,
    CHAT_WITHOUT_TEMPLATE,
    CHAT_TEMPLATE_NOT_APPROVED,
    NOBODY_REACHABLE,
    MISSING_VARIABLES,
    REACH_UNKNOWN
  }

  public Problem asProblem() {
    Problem problem = Problem.conflict(code.name(), detail);
    for (Map.Entry<String, Object> member : members.entrySet()) {
      problem = problem.with(member.getKey(), member.getValue());
    }
    return problem;
  }
}
