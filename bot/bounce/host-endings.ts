/** Endings that make `a.b` a host name and not two sentences that lost their space: common ones and all countries'. */
export const hostEndings: ReadonlySet<string> = new Set(
  (
    'com net org edu gov mil int info biz name pro mobi asia coop aero jobs travel local lan internal arpa test example ' +
    'invalid localhost app dev io ai me tv cc ws cloud online site store shop tech xyz top club email host hosting web ' +
    'website space agency systems solutions services support network digital media group world life live today ' +
    'company center expert consulting design studio photography academy school university bank law legal ' +
    'eu uk us ca au nz ie za in pk bd lk np sg my id ph th vn hk tw cn jp kr de at ch li nl be lu fr es pt it gr cy mt ' +
    'pl cz sk hu ro bg si hr rs ba mk al me ru ua by kz su ee lv lt fi se no dk is tr il ae sa qa kw bh om jo lb eg ma ' +
    'tn dz ly ng ke gh tz ug zw zm mz ao br ar cl co pe ve uy py bo ec mx gt cr pa do cu pr ir iq af uz ge am az md mn ' +
    'рф'
  ).split(' '),
);
