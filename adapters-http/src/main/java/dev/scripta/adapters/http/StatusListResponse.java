package dev.scripta.adapters.http;

import java.util.List;

/**
 * The recordings of a caller that are not settled.
 *
 * @param recordings the one accepted last first
 */
public record StatusListResponse(List<StatusResponse> recordings) {}
