package dev.campanile.local.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decides what becomes of a message after the API took it. */
final class Course {
  /** Unreachable handset; invalid chat recipient. */
  private static final int HANDSET_UNREACHABLE = 30003;

  private static final int CHAT_RECIPIENT_INVALID = 63024;
  private static final int UNKNOWN_ERROR = 30008;
  private static final int OUTSIDE_WINDOW = 63016;
  private static final int PARAMETERS_MISMATCH = 63028;

  private final ContentTemplates templates;
  private final ChatWindows windows;

  Course(ContentTemplates templates, ChatWindows windows) {
    this.templates = templates;
    this.windows = windows;
  }

  /** The statuses still to come, in order. {@code ordinal} counts accepted messages from 1. */
  List<CourseStep> of(TwilioMessage message, TwilioBehaviour behaviour, long ordinal, Instant now) {
    if (message.channel() == TwilioChannel.CHAT && isOutsideTheRules(message, now)) {
      return failed(OUTSIDE_WINDOW);
    }
    if (!message.contentSid().isEmpty() && lacksAVariable(message)) {
      return failed(PARAMETERS_MISMATCH);
    }
    if (behaviour.failEvery() > 0 && ordinal % behaviour.failEvery() == 0) {
      return failed(UNKNOWN_ERROR);
    }
    if (behaviour.isUndeliverable(message.to())) {
      int code =
          switch (message.channel()) {
            case SMS -> HANDSET_UNREACHABLE;
            case CHAT -> CHAT_RECIPIENT_INVALID;
          };
      return List.of(
          CourseStep.to(MessageStatus.SENT), new CourseStep(MessageStatus.UNDELIVERED, code));
    }
    return List.of(CourseStep.to(MessageStatus.SENT), CourseStep.to(MessageStatus.DELIVERED));
  }

  /** The API takes such a message all the same and fails it later, as the real one does. */
  private boolean isOutsideTheRules(TwilioMessage message, Instant now) {
    boolean approved =
        templates.find(message.contentSid()).filter(ContentTemplate::approved).isPresent();
    return !approved && !windows.isOpen(message.from(), message.to(), now);
  }

  private boolean lacksAVariable(TwilioMessage message) {
    Map<String, String> variables = message.contentVariables();
    return templates
        .find(message.contentSid())
        .flatMap(template -> template.render(variables))
        .isEmpty();
  }

  private static List<CourseStep> failed(int code) {
    return List.of(new CourseStep(MessageStatus.FAILED, code));
  }
}
