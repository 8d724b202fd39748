// Milliseconds; a little before the end there is still a frame to be seen.
export function moment(player) {
  const length = Number.isFinite(player.duration) ? player.duration : 0;
  return Math.max(0, Math.min(player.currentTime, length - 0.1)) * 1000;
}
