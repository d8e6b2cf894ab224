package org.hotline115.gateway.web;

/** A file that the browser keeps: the body of an {@link Answer} that is not JSON of ours. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Download(byte[] bytes, String type, String fileName) {}
