const byProxy = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

interface Asked {
  header(name: string): string | undefined;
}

/** Whether a request came through a proxy, or to the address that the outside world knows. */
export function isFromOutside(request: Asked, publicUrl: string | undefined): boolean {
  if (byProxy.some((name) => request.header(name) !== undefined)) return true;
  return publicUrl !== undefined && request.header('host')?.toLowerCase() === new URL(publicUrl).host;
}
