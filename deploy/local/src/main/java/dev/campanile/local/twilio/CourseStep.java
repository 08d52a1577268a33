package dev.campanile.local.twilio;

/** A status a message comes to, with the reason when it is a bad one (else 0). */
record CourseStep(MessageStatus status, int errorCode) {

  static CourseStep to(MessageStatus status) {
    return new CourseStep(status, 0);
  }
}
