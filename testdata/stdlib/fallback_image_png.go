// hood: run   needs: goroot   knobs: gcstress=1000
// Package image/png: a picture is drawn, written, read back and compared; grey, palette and 16 bits; a broken file.
package main

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
)

func roundTrip(name string, m image.Image) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, m); err != nil {
		fmt.Println(name, err)
		return
	}
	sum := crc32.ChecksumIEEE(buf.Bytes())
	cfg, format, err := image.DecodeConfig(bytes.NewReader(buf.Bytes()))
	fmt.Println(name, buf.Len(), sum, cfg.Width, cfg.Height, format, err)
	back, _, err := image.Decode(&buf)
	if err != nil {
		fmt.Println(name, err)
		return
	}
	different := 0
	for y := 0; y < m.Bounds().Dy(); y++ {
		for x := 0; x < m.Bounds().Dx(); x++ {
			if color.NRGBA64Model.Convert(m.At(x, y)) != color.NRGBA64Model.Convert(back.At(x, y)) {
				different++
			}
		}
	}
	fmt.Printf("%T %v different: %d\n", back, back.Bounds(), different)
}

func main() {
	r := image.Rect(0, 0, 40, 30)
	rgba := image.NewNRGBA(r)
	draw.Draw(rgba, r, image.NewUniform(color.NRGBA{20, 40, 80, 255}), image.Point{}, draw.Src)
	for y := 0; y < 30; y++ {
		for x := 0; x < 40; x++ {
			if (x-20)*(x-20)+(y-15)*(y-15) < 100 {
				rgba.Set(x, y, color.NRGBA{uint8(x * 6), uint8(y * 8), 128, uint8(200 + y)})
			}
		}
	}
	roundTrip("nrgba", rgba)
	grey := image.NewGray(r)
	draw.Draw(grey, r, rgba, image.Point{}, draw.Over)
	roundTrip("gray", grey)
	pal := image.NewPaletted(r, color.Palette{color.Black, color.White, color.RGBA{255, 0, 0, 255}})
	draw.FloydSteinberg.Draw(pal, r, rgba, image.Point{})
	roundTrip("paletted", pal)
	deep := image.NewGray16(image.Rect(0, 0, 9, 5))
	for i := range deep.Pix {
		deep.Pix[i] = byte(i * 37)
	}
	roundTrip("gray16", deep)
	_, err := png.Decode(strings.NewReader("\x89PNG\r\n\x1a\nxxxx"))
	fmt.Println(err)
	_, _, err = image.Decode(strings.NewReader("not a picture"))
	fmt.Println(err)
}
