package dev.campanile.gateway.recipient;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a host is this machine. By its name alone: what a name server says may change. */
final class Loopback {

  private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  private Loopback() {}

  static boolean is(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || IPV4.matcher(name).matches();
  }
}
