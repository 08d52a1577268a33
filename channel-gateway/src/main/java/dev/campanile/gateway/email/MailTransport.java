package dev.campanile.gateway.email;

import dev.campanile.gateway.channel.HandOff;
import java.util.List;

/** Carries mails to the mail server. */
interface MailTransport extends AutoCloseable {

  /** In order, on the calling thread, within the time-out; the answers in the same order. */
  List<HandOff> send(List<Mail> mails);

  /** How many go best into one call. */
  int batch();

  @Override
  void close();
}
