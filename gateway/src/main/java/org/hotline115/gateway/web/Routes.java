package org.hotline115.gateway.web;

/** The routes of one feature. */
public interface Routes {

  void mount(Api api);
}
