nn.Dropout(1.5)
