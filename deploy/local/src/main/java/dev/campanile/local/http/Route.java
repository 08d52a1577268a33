package dev.campanile.local.http;

/** Answers the requests of one method and path. It runs on a virtual thread and may block. */
@FunctionalInterface
public interface Route {
  HttpAnswer answer(HttpCall call) throws Exception;
}
